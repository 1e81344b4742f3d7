using SecretsAudit.Store.State;
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
        if (stored is null && given is not { ConfigRuleName: not null, ConfigRuleArn: null, ConfigRuleId: null })
        {
            throw new InvalidParameterValueException("ConfigRule Arn and Id can not be specified when creating a new ConfigRule. ConfigRule Arn and Id are used only for update. Please specify only ConfigRule Name");
        }

        if (stored is null && RuleSet.Stored(call).Count() >= Limit)
        {
            throw new MaxNumberOfConfigRulesExceededException();
        }

        CheckSource(given);
        call.Changes.Put(new ConfigRule
        {
            Account = call.Account,
            Region = call.Region,
            Name = stored?.Name ?? given.ConfigRuleName!,
            RuleId = stored?.RuleId ?? "config-rule-" + call.Identifiers.ArnSuffix().ToLowerInvariant(),
            Description = given.Description,
            Owner = given.Source!.Owner!,
            SourceIdentifier = given.Source.SourceIdentifier!,
            InputParameters = given.InputParameters,
            ResourceTypes = [.. given.Scope?.ComplianceResourceTypes ?? []],
            MaximumExecutionFrequency = given.MaximumExecutionFrequency,
        });
        return Nothing.Instance;
    }

    protected override void Check(Request request, Constraints check) => check
        .Required(request.ConfigRule, "configRule").Length(request.ConfigRule?.ConfigRuleName, "configRule.configRuleName", 1, 128)
        .Length(request.ConfigRule?.Description, "configRule.description", 0, 256).Length(request.ConfigRule?.InputParameters, "configRule.inputParameters", 1, 1024)
        .Required(request.ConfigRule?.Source, "configRule.source").Required(request.ConfigRule?.Source?.Owner, "configRule.source.owner")
        .OneOf(request.ConfigRule?.Source?.Owner, "configRule.source.owner", "CUSTOM_POLICY", "AWS", "CUSTOM_LAMBDA")
        .Required(request.ConfigRule?.Source?.SourceIdentifier, "configRule.source.sourceIdentifier")
        .OneOf(
            request.ConfigRule?.MaximumExecutionFrequency, "configRule.maximumExecutionFrequency",
            "One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours")
        .ThrowIfBroken();

    private static void CheckSource(WireConfigRule given)
    {
        var parameters = RuleParameters.Read(given.InputParameters);
        if (given.Source!.Owner != "AWS")
        {
            return;
        }

        var managed = ManagedRule.All.FirstOrDefault(rule => rule.Identifier == given.Source.SourceIdentifier)
            ?? throw new InvalidParameterValueException($"The sourceIdentifier {given.Source.SourceIdentifier} is invalid. Please refer to the documentation for a list of valid sourceIdentifiers that can be used when AWS is the Owner");
        if (parameters.Names.FirstOrDefault(name => !managed.ParameterNames.Contains(name)) is { } unknown)
        {
            throw new InvalidParameterValueException($"Unknown parameters provided in the inputParameters: {{\"{unknown}\":\"{parameters.Text(unknown)}\"}}");
        }
    }

    internal sealed record Request : IRequest<Nothing>
    {
        public WireConfigRule? ConfigRule { get; init; }
    }
}
