using SecretsAudit.Store.State;
using SecretsAudit.Store.Wire;
using SecretsAudit.Store.Wire.Errors;

namespace SecretsAudit.Store.Operations.Config;

/// <summary>What PutConfigRule asks of a rule beyond its members' forms.</summary>
/// <seealso href="https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html"/>
internal static class RuleChecks
{
    private const string DefaultFrequency = "TwentyFour_Hours";

    extension(Constraints check)
    {
        public Constraints Frequency(string? frequency, string member) =>
            check.OneOf(frequency, member, "One_Hour", "Three_Hours", "Six_Hours", "Twelve_Hours", "TwentyFour_Hours");
    }

    /// <exception cref="InvalidParameterValueException">Members contradict each other, or AWS has no such managed rule or parameter.</exception>
    public static void Require(WireConfigRule given, Call call)
    {
        if (given.CreatedBy is not null)
        {
            throw new InvalidParameterValueException(
                "AWS Config populates the CreatedBy field for ServiceLinkedConfigRule. Try again without populating the CreatedBy field");
        }

        if (given.ConfigRuleState is { } state && state != "ACTIVE")
        {
            throw new InvalidParameterValueException($"The ConfigRuleState {state} is invalid.  Only the following values are permitted: ACTIVE");
        }

        RequireScope(given.Scope);
        var parameters = RuleParameters.Read(given.InputParameters);
        if (given.Source!.Owner == "AWS")
        {
            RequireManaged(given, parameters);
        }
        else if (given.Source is { Owner: "CUSTOM_LAMBDA" } source)
        {
            RequireFunction(source, call);
        }
    }

    /// <summary>A trigger with AWS's default: one that time or a snapshot sets off runs once a day.</summary>
    public static ConfigRuleTrigger Complete(ConfigRuleTrigger trigger) => OnChange(trigger) ? trigger
        : trigger with { MaximumExecutionFrequency = trigger.MaximumExecutionFrequency ?? DefaultFrequency };

    private static void RequireScope(RuleScope? scope)
    {
        if (scope is null)
        {
            return;
        }

        if (scope is { TagKey: null, TagValue: not null })
        {
            throw new InvalidParameterValueException("Tag key should not be empty when tag value is provided in scope");
        }

        if (scope.TagKey is not null && (scope.ComplianceResourceTypes is { Count: > 0 } || scope.ComplianceResourceId is not null))
        {
            throw new InvalidParameterValueException("Scope cannot be applied to both resource and tag");
        }

        if (scope.ComplianceResourceId is not null && scope.ComplianceResourceTypes is not { Count: 1 })
        {
            throw new InvalidParameterValueException("A single resourceType should be provided when resourceId is provided in scope");
        }
    }

    private static void RequireManaged(WireConfigRule given, RuleParameters parameters)
    {
        var source = given.Source!;
        if (source.SourceDetails is { Count: > 0 })
        {
            throw SourceDetails();
        }

        var known = AwsFacts.ParametersOf(source.SourceIdentifier!) ?? throw new InvalidParameterValueException(
            $"The sourceIdentifier {source.SourceIdentifier} is invalid.  Please refer to the documentation for a list of valid sourceIdentifiers that can be used when AWS is the Owner");
        if (parameters.Names.Any(name => known.All(parameter => parameter.Name != name)))
        {
            throw new InvalidParameterValueException($"Unknown parameters provided in the inputParameters: {given.InputParameters}");
        }

        // Taken for their defaults, they would pass what the caller wanted to fail.
        if (parameters.Names.FirstOrDefault(name => ManagedRule.Numbers.Contains(name) && parameters.Text(name) is not null && parameters.Number(name) is null or 0) is { } wrong)
        {
            throw new InvalidParameterValueException($"The value of the parameter {wrong} in the inputParameters is not a whole number above 0: {given.InputParameters}");
        }

        var missing = known.Where(parameter => parameter.IsRequired && !parameters.Names.Contains(parameter.Name)).Select(parameter => parameter.Name).Order(StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            throw new InvalidParameterValueException($"The required parameter [{string.Join(", ", missing)}] is not present in the inputParameters");
        }
    }

    private static void RequireFunction(RuleSource source, Call call)
    {
        if (source.SourceDetails is not { Count: > 0 } details)
        {
            throw SourceDetails();
        }

        if (details.Any(detail => OnChange(detail) && detail.MaximumExecutionFrequency is not null))
        {
            throw new InvalidParameterValueException(
                "A maximum execution frequency is not allowed if MessageType is ConfigurationItemChangeNotification or OversizedConfigurationItemChangeNotification");
        }

        if (source.SourceIdentifier!.Split(':') is not ["arn", _, "lambda", var region, var account, "function", var name, ..]
            || call.State.Find(ScopedRow.IdOf(RowKind.LambdaFunction, account, region, name)) is null)
        {
            throw new InsufficientPermissionsException(
                $"The AWS Lambda function {source.SourceIdentifier} cannot be invoked. Check the specified function ARN, and check the function's permissions.");
        }
    }

    private static bool OnChange(ConfigRuleTrigger trigger) => trigger.MessageType is "ConfigurationItemChangeNotification" or "OversizedConfigurationItemChangeNotification";

    private static InvalidParameterValueException SourceDetails() =>
        new("SourceDetails should be null/empty if the owner is AWS. SourceDetails should be provided if the owner is CUSTOM_LAMBDA");
}
