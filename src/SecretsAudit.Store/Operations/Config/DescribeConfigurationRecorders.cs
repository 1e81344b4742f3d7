using System.Text.Json.Serialization;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>The recorder of the account and region: the store always records every kind of resource it has.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_DescribeConfigurationRecorders.html"/>
internal sealed class DescribeConfigurationRecorders()
    : Operation<DescribeConfigurationRecorders.Request, DescribeConfigurationRecorders.Response>(AwsService.Config, writes: false)
{
    internal const string Name = "default";

    public override Response Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        Require(request.ConfigurationRecorderNames);
        return new()
        {
            ConfigurationRecorders =
            [
                new()
                {
                    Name = Name,
                    RoleArn = $"arn:aws:iam::{call.Account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
                    RecordingGroup = new(),
                },
            ],
        };
    }

    internal static void Require(IReadOnlyList<string?>? names)
    {
        if ((names ?? []).FirstOrDefault(name => name != Name) is { } unknown)
        {
            throw new NoSuchConfigurationRecorderException(unknown);
        }
    }

    protected override void Check(Request request, Constraints check) => check.Strings(request.ConfigurationRecorderNames, "configurationRecorderNames", 0, 100, 1, 256).ThrowIfBroken();

    internal sealed record Request : IRequest<Response>
    {
        public IReadOnlyList<string?>? ConfigurationRecorderNames { get; init; }
    }

    internal sealed record Response
    {
        public required IReadOnlyList<Recorder> ConfigurationRecorders { get; init; }
    }

    internal sealed record Recorder
    {
        [JsonPropertyName("name")]
        public required string Name { get; init; }

        [JsonPropertyName("roleARN")]
        public required string RoleArn { get; init; }

        [JsonPropertyName("recordingGroup")]
        public required RecordingGroup RecordingGroup { get; init; }
    }

    internal sealed record RecordingGroup
    {
        [JsonPropertyName("allSupported")]
        public bool AllSupported { get; init; } = true;

        [JsonPropertyName("includeGlobalResourceTypes")]
        public bool IncludeGlobalResourceTypes { get; init; }

        [JsonPropertyName("resourceTypes")]
        public IReadOnlyList<string> ResourceTypes { get; init; } = [];
    }
}
