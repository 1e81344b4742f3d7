using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Sets how long items are kept; the account has one such setting in a region, called <c>default</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutRetentionConfiguration.html"/>
internal sealed class PutRetentionConfiguration()
    : Operation<PutRetentionConfiguration.Request, PutRetentionConfiguration.Response>(AwsService.Config, writes: true)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var retention = new RetentionConfiguration { Account = call.Account, Region = call.Region, Name = WireRetention.Default, Days = request.RetentionPeriodInDays!.Value };
        call.Changes.Put(retention);
        return new() { RetentionConfiguration = WireRetention.Of(retention) };
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.RetentionPeriodInDays, "retentionPeriodInDays").Range(request.RetentionPeriodInDays, "retentionPeriodInDays", 30, 2557).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public int? RetentionPeriodInDays { get; init; }
    }

    internal sealed record Response
    {
        public required WireRetention RetentionConfiguration { get; init; }
    }
}
