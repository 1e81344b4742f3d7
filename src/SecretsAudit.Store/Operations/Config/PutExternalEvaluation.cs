using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Takes a verdict from outside for a custom rule, so that findings can be written back.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutExternalEvaluation.html"/>
internal sealed class PutExternalEvaluation() : Operation<PutExternalEvaluation.Request, Nothing>(AwsService.Config, writes: true)
{
    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var rule = RuleSet.Require(call, request.ConfigRuleName!);
        if (rule.Owner == "AWS")
        {
            throw new InvalidParameterValueException($"The rule {rule.Name} is managed by AWS and takes no evaluations from outside.");
        }

        var given = request.ExternalEvaluation!;
        call.Changes.Put(new ConfigEvaluation
        {
            Account = call.Account,
            Region = call.Region,
            Name = ConfigEvaluation.NameOf(rule.Name, given.ComplianceResourceType!, given.ComplianceResourceId!),
            RuleName = rule.Name,
            ResourceType = given.ComplianceResourceType!,
            ResourceId = given.ComplianceResourceId!,
            ComplianceType = given.ComplianceType!,
            Annotation = given.Annotation,
            OrderingTimestamp = given.OrderingTimestamp!.Value,
            Recorded = call.Now,
        });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check)
    {
        check
            .Required(request.ConfigRuleName, "configRuleName").Length(request.ConfigRuleName, "configRuleName", 1, 128)
            .Required(request.ExternalEvaluation, "externalEvaluation");
        request.ExternalEvaluation?.Check(check, "externalEvaluation");
        check.ThrowIfBroken();
    }

    internal sealed record Request : IRequest<Nothing>
    {
        public string? ConfigRuleName { get; init; }

        public Evaluation? ExternalEvaluation { get; init; }
    }

    internal sealed record Evaluation
    {
        public string? ComplianceResourceType { get; init; }

        public string? ComplianceResourceId { get; init; }

        public string? ComplianceType { get; init; }

        public string? Annotation { get; init; }

        public DateTimeOffset? OrderingTimestamp { get; init; }

        public void Check(Constraints check, string place) => check
            .Required(ComplianceResourceType, place + ".complianceResourceType")
            .Length(ComplianceResourceType, place + ".complianceResourceType", 1, 256)
            .Required(ComplianceResourceId, place + ".complianceResourceId")
            .Length(ComplianceResourceId, place + ".complianceResourceId", 1, 768)
            .Required(ComplianceType, place + ".complianceType")
            .OneOf(ComplianceType, place + ".complianceType", "COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE", "INSUFFICIENT_DATA")
            .Length(Annotation, place + ".annotation", 1, 256)
            .Required(OrderingTimestamp, place + ".orderingTimestamp");
    }
}
