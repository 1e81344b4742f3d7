using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.CloudTrail;

/// <summary>Chooses which events a trail records, by one kind of selectors or the other; what was chosen before is replaced.</summary>
/// <seealso href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html"/>
internal sealed class PutEventSelectors() : Operation<PutEventSelectors.Request, EventSelection>(AwsService.CloudTrail, writes: true)
{
    private const int SelectorLimit = 5;
    private const int AdvancedLimit = 500;

    public override EventSelection Handle(Request request, Call call)
    {
        var trail = call.RequireTrailAtHome(request.TrailName!);
        var selectors = (request.EventSelectors ?? []).OfType<TrailEventSelector>().Select(Complete).ToList();
        var advanced = (request.AdvancedEventSelectors ?? []).OfType<TrailAdvancedSelector>().ToList();
        if (selectors.Count > 0 == advanced.Count > 0)
        {
            throw new InvalidEventSelectorsException("You must specify either event selectors or advanced event selectors, but not both.");
        }

        if (selectors.Count > SelectorLimit || advanced.Count > AdvancedLimit)
        {
            throw new InvalidEventSelectorsException("The trail has too many event selectors.");
        }

        if (advanced.Exists(selector => selector.FieldSelectors is not { Count: > 0 } fields || fields.Any(field => string.IsNullOrEmpty(field?.Field))))
        {
            throw new InvalidEventSelectorsException("An advanced event selector must have field selectors, and each of them a field.");
        }

        var changed = trail with { EventSelectors = selectors.Count > 0 ? [.. selectors] : null, AdvancedSelectors = advanced.Count > 0 ? [.. advanced] : null };
        call.Changes.Put(changed);
        return EventSelection.Of(changed);
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.TrailName, "trailName")
        .Each(request.EventSelectors, "eventSelectors", 0, 100, (selector, place) => check.OneOf(
            selector.ReadWriteType, place + ".readWriteType", "ReadOnly", "WriteOnly", "All"))
        .ThrowIfBroken();

    private static TrailEventSelector Complete(TrailEventSelector selector) => selector with
    {
        ReadWriteType = selector.ReadWriteType ?? "All",
        IncludeManagementEvents = selector.IncludeManagementEvents ?? true,
        DataResources = selector.DataResources ?? [],
    };

    internal sealed record Request : IRequest<EventSelection>
    {
        public string? TrailName { get; init; }

        public IReadOnlyList<TrailEventSelector?>? EventSelectors { get; init; }

        public IReadOnlyList<TrailAdvancedSelector?>? AdvancedEventSelectors { get; init; }
    }
}
