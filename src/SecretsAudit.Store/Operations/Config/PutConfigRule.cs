using SecretsAudit.Store.Operations.SecretsManager;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Sets a rule up, or changes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html"/>
internal sealed class PutConfigRule() : Operation<PutConfigRule.Request, Nothing>(AwsService.Config, writes: true)
{
    private const int Limit = 1000;

    public override Nothing Handle(Request request, Call call)
    {
        call.AuthorizeAll();
        var given = request.ConfigRule!;
        if (given is { ConfigRuleName: null, ConfigRuleArn: null, ConfigRuleId: null })
        {
            throw new InvalidParameterValueException("One or more identifiers needs to be provided. Provide Name or Id or Arn");
        }

        var stored = RuleSet.Stored(call).FirstOrDefault(rule =>
            given.ConfigRuleName is { } byName ? rule.Name == byName : given.ConfigRuleArn is { } byArn ? rule.Arn == byArn : rule.RuleId == given.ConfigRuleId);
        if (stored is null && given.ConfigRuleName is null)
        {
            throw new InvalidParameterValueException("One or more identifiers needs to be provided. Provide Name or Id or Arn");
        }

        if (stored is null && given is not { ConfigRuleArn: null, ConfigRuleId: null })
        {
            throw new InvalidParameterValueException("ConfigRule Arn and Id can not be specified when creating a new ConfigRule. ConfigRule Arn and Id are used only for update. Please specify only ConfigRule Name");
        }

        if (stored is null && RuleSet.Stored(call).Count() >= Limit)
        {
            throw new MaxNumberOfConfigRulesExceededException(given.ConfigRuleName!);
        }

        RuleChecks.Require(given, call);
        if (stored is { PackName: not null })
        {
            throw RuleSet.IsAPacks(stored);
        }

        call.Changes.Put(RuleSet.Build(call, given, stored?.Name ?? given.ConfigRuleName!, stored) with { Tags = ConfigTags.Merge(stored?.Tags ?? [], request.Tags) });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigRule, "configRule").Length(request.ConfigRule?.ConfigRuleName, "configRule.configRuleName", 1, 128)
        .Length(request.ConfigRule?.Description, "configRule.description", 0, 256).Length(request.ConfigRule?.InputParameters, "configRule.inputParameters", 1, 1024)
        .Required(request.ConfigRule?.Source, "configRule.source").Required(request.ConfigRule?.Source?.Owner, "configRule.source.owner")
        .OneOf(request.ConfigRule?.Source?.Owner, "configRule.source.owner", "CUSTOM_POLICY", "AWS", "CUSTOM_LAMBDA")
        .OneOf(request.ConfigRule?.ConfigRuleState, "configRule.configRuleState", "ACTIVE", "DELETING", "DELETING_RESULTS", "EVALUATING")
        .Length(request.ConfigRule?.Scope?.TagKey, "configRule.scope.tagKey", 1, 128)
        .Length(request.ConfigRule?.Scope?.TagValue, "configRule.scope.tagValue", 1, 256)
        .Length(request.ConfigRule?.Scope?.ComplianceResourceId, "configRule.scope.complianceResourceId", 1, 768)
        .Required(request.ConfigRule?.Source is { Owner: "CUSTOM_POLICY" } ? "" : request.ConfigRule?.Source?.SourceIdentifier, "configRule.source.sourceIdentifier")
        .Frequency(request.ConfigRule?.MaximumExecutionFrequency, "configRule.maximumExecutionFrequency")
        .Each(request.ConfigRule?.Source?.SourceDetails, "configRule.source.sourceDetails", 0, 25, (detail, place) => check
            .OneOf(detail.EventSource, place + ".eventSource", "aws.config")
            .OneOf(
                detail.MessageType, place + ".messageType",
                "ConfigurationItemChangeNotification", "ConfigurationSnapshotDeliveryCompleted", "ScheduledNotification", "OversizedConfigurationItemChangeNotification")
            .Frequency(detail.MaximumExecutionFrequency, place + ".maximumExecutionFrequency"))
        .Tags(request.Tags).ThrowIfBroken();

    internal sealed record Request : IRequest<Nothing>
    {
        public WireConfigRule? ConfigRule { get; init; }

        public IReadOnlyList<WireTag?>? Tags { get; init; }
    }
}
