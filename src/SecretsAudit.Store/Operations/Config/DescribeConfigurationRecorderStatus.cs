using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Whether the recorder records: it always does, and the store knows no moment when it began.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorderStatus.html"/>
internal sealed class DescribeConfigurationRecorderStatus()
    : Operation<DescribeConfigurationRecorderStatus.Request, DescribeConfigurationRecorderStatus.Response>(AwsService.Config, writes: false)
{
    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        DescribeConfigurationRecorders.Require(request.ConfigurationRecorderNames);
        return new() { ConfigurationRecordersStatus = [new() { Name = DescribeConfigurationRecorders.Name }] };
    }

    protected override void Check(Request request, Constraints check) => check.Strings(request.ConfigurationRecorderNames, "configurationRecorderNames", 0, 100, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigurationRecorderNames { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<RecorderStatus> ConfigurationRecordersStatus { get; init; }
    }

    internal sealed record RecorderStatus
    {
        [JsonPropertyName("name")]
        public required string Name { get; init; }

        [JsonPropertyName("recording")]
        public bool Recording { get; init; } = true;

        [JsonPropertyName("lastStatus")]
        public string LastStatus { get; init; } = "SUCCESS";
    }
}
