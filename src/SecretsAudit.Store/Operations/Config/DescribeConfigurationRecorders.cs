using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The recorder of the account and region; none before somebody sets one up.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorders.html"/>
internal sealed class DescribeConfigurationRecorders()
    : Operation<DescribeConfigurationRecorders.Request, DescribeConfigurationRecorders.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        return new() { ConfigurationRecorders = [.. call.NamedRecorders(request.ConfigurationRecorderNames, request.Arn).Select(WireRecorder.Of)] };
    }

    protected override void Check(Request request, Constraints check) =>
        check.Strings(request.ConfigurationRecorderNames, "configurationRecorderNames", 0, 100, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigurationRecorderNames { get; init; }

        public string? Arn { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<WireRecorder> ConfigurationRecorders { get; init; }
    }
}
