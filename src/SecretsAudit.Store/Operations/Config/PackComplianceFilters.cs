using SecretsAudit.Store.Wire;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>Which verdicts of a conformance pack are asked for.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_ConformancePackEvaluationFilters.html"/>
internal sealed record PackComplianceFilters
{
    public IReadOnlyList<string?>? ConfigRuleNames { get; init; }

    public string? ComplianceType { get; init; }

    public string? ResourceType { get; init; }

    public IReadOnlyList<string?>? ResourceIds { get; init; }
}

/// <summary>The forms of what names a conformance pack and of what it is asked.</summary>
internal static class PackChecks
{
    extension(Constraints check)
    {
        public Constraints PackName(string? name) => check
            .Required(name, "conformancePackName").Length(name, "conformancePackName", 1, 256)
            .Pattern(
                name, "conformancePackName",
                text => char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), "[a-zA-Z][-a-zA-Z0-9]*");

        public Constraints PackFilters(PackComplianceFilters? filters) => check
            .Strings(filters?.ConfigRuleNames, "filters.configRuleNames", 0, 10, 1, 64)
            .OneOf(filters?.ComplianceType, "filters.complianceType", "COMPLIANT", "NON_COMPLIANT", "INSUFFICIENT_DATA")
            .Strings(filters?.ResourceIds, "filters.resourceIds", 0, 5, 1, 256);
    }
}
