using SecretsAudit.Store.State;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>A rule as Config shows and takes it.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigRule.html"/>
internal sealed record WireConfigRule
{
    public string? ConfigRuleName { get; init; }

    public string? ConfigRuleArn { get; init; }

    public string? ConfigRuleId { get; init; }

    public string? Description { get; init; }

    public RuleScope? Scope { get; init; }

    public RuleSource? Source { get; init; }

    public string? InputParameters { get; init; }

    public string? MaximumExecutionFrequency { get; init; }

    public string? ConfigRuleState { get; init; }

    public string? CreatedBy { get; init; }

    public static WireConfigRule Of(ConfigRule rule) => new()
    {
        ConfigRuleName = rule.Name,
        ConfigRuleArn = rule.Arn,
        ConfigRuleId = rule.RuleId,
        Description = rule.Description,
        Scope = rule is { ResourceTypes.IsEmpty: true, ResourceId: null, TagKey: null } ? null : new()
        {
            ComplianceResourceTypes = rule.ResourceTypes.IsEmpty ? null : rule.ResourceTypes,
            ComplianceResourceId = rule.ResourceId,
            TagKey = rule.TagKey,
            TagValue = rule.TagValue,
        },
        Source = new()
        {
            Owner = rule.Owner,
            SourceIdentifier = rule.SourceIdentifier,
            SourceDetails = rule.Triggers.IsEmpty ? null : rule.Triggers,
        },
        InputParameters = rule.InputParameters,
        MaximumExecutionFrequency = rule.MaximumExecutionFrequency,
        ConfigRuleState = "ACTIVE",
        CreatedBy = rule.PackName is null ? null : "config-conforms.amazonaws.com",
    };
}

/// <summary>Which resources a rule is about.</summary>
internal sealed record RuleScope
{
    public IReadOnlyList<string>? ComplianceResourceTypes { get; init; }

    public string? ComplianceResourceId { get; init; }

    public string? TagKey { get; init; }

    public string? TagValue { get; init; }
}

/// <summary>Whose rule it is.</summary>
internal sealed record RuleSource
{
    public string? Owner { get; init; }

    public string? SourceIdentifier { get; init; }

    public IReadOnlyList<ConfigRuleTrigger>? SourceDetails { get; init; }
}
