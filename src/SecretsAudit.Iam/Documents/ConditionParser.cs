using SecretsAudit.Iam.Conditions;
using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Documents;

/// <summary>Reads <c>Condition</c>: operators, keys and values.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html"/>
internal sealed class ConditionParser(SourceText source, bool variables)
{
    private readonly ElementReader _elements = new(source);

    public IReadOnlyList<PolicyCondition> Parse(SourceNode block)
    {
        if (!block.IsObject)
        {
            source.Error(block, "A condition is an object of operators.");
            return [];
        }

        _elements.RefuseRepeated(block);
        var conditions = new List<PolicyCondition>();
        foreach (var (name, offset, keys) in block.Members)
        {
            if (!ConditionOperator.TryParse(name, out var @operator))
                source.Report(ProblemSeverity.Error, offset, block.Path, $"'{ElementReader.Shown(name)}' is no condition operator.");
            else if (!keys.IsObject)
                source.Error(keys, "An operator holds an object of condition keys.");
            else
                ReadKeys(@operator, keys, conditions);
            WarnOfNull(@operator, block, offset);
        }

        return conditions;
    }

    private void WarnOfNull(ConditionOperator @operator, SourceNode block, int offset)
    {
        if (@operator.Comparison == ConditionComparison.Null && @operator.Qualifier != SetQualifier.None)
            source.Report(ProblemSeverity.Warning, offset, block.Path, $"{@operator} is {(@operator.Qualifier == SetQualifier.ForAllValues ? "always" : "never")} true, whatever the request holds.");
    }

    private void ReadKeys(ConditionOperator @operator, SourceNode keys, List<PolicyCondition> conditions)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, offset, value) in keys.Members)
        {
            if (!seen.Add(key))
                source.Report(ProblemSeverity.Error, offset, keys.Path, $"The key '{ElementReader.Shown(key)}' occurs twice; keys differ by more than case.");
            if (!IsKey(key))
                source.Report(ProblemSeverity.Error, offset, keys.Path, $"'{ElementReader.Shown(key)}' is no condition key; a key reads service:name.");

            var values = value.AsList;
            if (values.Count == 0)
                source.Warn(value, "The list is empty: no value can match.");
            foreach (var item in values)
                Check(@operator.Comparison, item);
            conditions.Add(new PolicyCondition(@operator, key, [.. values.Select(item => item.Text)], variables, source.PositionAt(offset)));
        }
    }

    private void Check(ConditionComparison comparison, SourceNode item)
    {
        var text = item.Text;
        if (!item.IsScalar)
            source.Error(item, "A condition's value is a text, a number or a truth value.");
        else if (comparison is ConditionComparison.IpAddress or ConditionComparison.NotIpAddress && AddressRange.TryParse(text) is null)
            source.Error(item, $"'{ElementReader.Shown(text)}' is no address or CIDR range.");
        else if (comparison is >= ConditionComparison.NumericEquals and <= ConditionComparison.NumericGreaterThanEquals && ContextParse.Number(text) is null)
            source.Warn(item, "This is no number: the comparison can never match.");
        else if (comparison is >= ConditionComparison.DateEquals and <= ConditionComparison.DateGreaterThanEquals && ContextParse.Instant(text) is null)
            source.Warn(item, "This is no date: the comparison can never match.");
        else if (comparison is ConditionComparison.Bool or ConditionComparison.Null && !bool.TryParse(text, out _))
            source.Warn(item, "This is neither true nor false: the comparison can never match.");
        else if (comparison == ConditionComparison.BinaryEquals && ContextParse.Base64(text) is null)
            source.Warn(item, "This is no base64: the comparison can never match.");
        else if (comparison is >= ConditionComparison.ArnEquals and <= ConditionComparison.ArnNotLike && text != "*" && !text.StartsWith("arn:", StringComparison.Ordinal))
            source.Warn(item, "This is no ARN: the comparison can hardly match.");
        else
            CheckVariables(comparison, item);
    }

    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-conditionelement
    private void CheckVariables(ConditionComparison comparison, SourceNode item)
    {
        if (!item.Text.Contains("${", StringComparison.Ordinal))
            return;
        if (comparison is not (<= ConditionComparison.StringNotLike or >= ConditionComparison.ArnEquals and <= ConditionComparison.ArnNotLike))
            source.Warn(item, "Policy variables are replaced with string and ARN operators only; here the text stands for itself.");
        else if (!variables)
            source.Warn(item, "Policy variables need Version 2012-10-17; here the text stands for itself.");
        else if (PatternAtom.HasBrokenVariable(item.Text))
            source.Warn(item, "'${' does not start a policy variable here and is taken literally.");
    }

    private static bool IsKey(string key)
    {
        var colon = key.IndexOf(':');
        return colon > 0 && colon < key.Length - 1 && key.Length <= 512 && !key.AsSpan(0, colon).ContainsAny(" *?$");
    }
}
