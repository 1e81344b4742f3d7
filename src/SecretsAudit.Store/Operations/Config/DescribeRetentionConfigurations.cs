using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>How long items are kept, where somebody chose.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeRetentionConfigurations.html"/>
internal sealed class DescribeRetentionConfigurations()
    : Operation<DescribeRetentionConfigurations.Request, DescribeRetentionConfigurations.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        foreach (var name in request.RetentionConfigurationNames ?? [])
        {
            WireRetention.Require(call, name!);
        }

        return new() { RetentionConfigurations = WireRetention.Find(call) is { } retention ? [WireRetention.Of(retention)] : [] };
    }

    protected override void Check(Request request, Constraints check) =>
        check.Strings(request.RetentionConfigurationNames, "retentionConfigurationNames", 0, 1, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? RetentionConfigurationNames { get; init; }

        public string? NextToken { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireRetention> RetentionConfigurations { get; init; }
    }
}
