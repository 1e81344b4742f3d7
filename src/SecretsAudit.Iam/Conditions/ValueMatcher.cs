using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Conditions;

/// <summary>One listed value of a condition, compiled. Negation is the condition's matter: here a match is a match.</summary>
internal abstract class ValueMatcher
{
    public virtual bool HasVariables => false;

    public abstract bool Matches(ref ContextValue value, AccessRequest request);

    public static ValueMatcher Compile(ConditionComparison comparison, string text, bool variables) => comparison switch
    {
        ConditionComparison.StringEquals or ConditionComparison.StringNotEquals => new TextValue(text, wildcards: false, variables),
        ConditionComparison.StringLike or ConditionComparison.StringNotLike => new TextValue(text, wildcards: true, variables),
        ConditionComparison.StringEqualsIgnoreCase or ConditionComparison.StringNotEqualsIgnoreCase => new FoldedText(text, variables),
        ConditionComparison.ArnEquals or ConditionComparison.ArnNotEquals or ConditionComparison.ArnLike or ConditionComparison.ArnNotLike =>
            new ArnValue(text, variables),
        ConditionComparison.Bool => new BoolValue(text),
        ConditionComparison.BinaryEquals => new BinaryValue(text),
        ConditionComparison.IpAddress or ConditionComparison.NotIpAddress => new AddressValue(text),
        >= ConditionComparison.NumericEquals and <= ConditionComparison.NumericGreaterThanEquals => new NumberValue(comparison, text),
        >= ConditionComparison.DateEquals and <= ConditionComparison.DateGreaterThanEquals => new InstantValue(comparison, text),
        _ => Nothing.Instance,
    };

    private sealed class Nothing : ValueMatcher
    {
        public static readonly Nothing Instance = new();

        public override bool Matches(ref ContextValue value, AccessRequest request) => false;
    }

    private sealed class TextValue(string text, bool wildcards, bool variables) : ValueMatcher
    {
        private readonly TextMatcher _matcher = TextMatcher.Compile(text, wildcards, variables);

        public override bool HasVariables => _matcher is TemplateMatcher;

        public override bool Matches(ref ContextValue value, AccessRequest request) => _matcher.Matches(value.Text, request);
    }

    private sealed class FoldedText(string text, bool variables) : ValueMatcher
    {
        private readonly TextMatcher _matcher = TextMatcher.Compile(text, wildcards: false, variables);

        public override bool HasVariables => _matcher is TemplateMatcher;

        public override bool Matches(ref ContextValue value, AccessRequest request)
        {
            var wanted = _matcher is TemplateMatcher template ? template.Resolve(request) : ((Wildcard)_matcher).Literal;
            return wanted is not null && wanted.Equals(value.Text, StringComparison.OrdinalIgnoreCase);
        }
    }

    private sealed class ArnValue(string text, bool variables) : ValueMatcher
    {
        private readonly ArnMatcher _matcher = ArnMatcher.Compile(text, variables);

        public override bool HasVariables => _matcher.HasVariables;

        public override bool Matches(ref ContextValue value, AccessRequest request) => _matcher.Matches(value.Arn, request);
    }

    private sealed class BoolValue(string text) : ValueMatcher
    {
        public override bool Matches(ref ContextValue value, AccessRequest request) =>
            string.Equals(text, value.Text, StringComparison.OrdinalIgnoreCase);
    }

    private sealed class BinaryValue(string text) : ValueMatcher
    {
        private readonly byte[]? _bytes = ContextParse.Base64(text);

        public override bool Matches(ref ContextValue value, AccessRequest request) =>
            _bytes is not null && ContextParse.Base64(value.Text) is { } given && given.AsSpan().SequenceEqual(_bytes);
    }

    private sealed class AddressValue(string text) : ValueMatcher
    {
        private readonly AddressRange? _range = AddressRange.TryParse(text);

        public override bool Matches(ref ContextValue value, AccessRequest request) =>
            _range is { } range && value.Address is { } given && range.Contains(given);
    }

    private sealed class NumberValue(ConditionComparison comparison, string text) : ValueMatcher
    {
        private readonly decimal? _number = ContextParse.Number(text);

        public override bool Matches(ref ContextValue value, AccessRequest request) =>
            _number is { } number && value.Number is { } given && comparison switch
            {
                ConditionComparison.NumericLessThan => given < number,
                ConditionComparison.NumericLessThanEquals => given <= number,
                ConditionComparison.NumericGreaterThan => given > number,
                ConditionComparison.NumericGreaterThanEquals => given >= number,
                _ => given == number,
            };
    }

    private sealed class InstantValue(ConditionComparison comparison, string text) : ValueMatcher
    {
        private readonly DateTimeOffset? _instant = ContextParse.Instant(text);

        public override bool Matches(ref ContextValue value, AccessRequest request) =>
            _instant is { } instant && value.Instant is { } given && comparison switch
            {
                ConditionComparison.DateLessThan => given < instant,
                ConditionComparison.DateLessThanEquals => given <= instant,
                ConditionComparison.DateGreaterThan => given > instant,
                ConditionComparison.DateGreaterThanEquals => given >= instant,
                _ => given == instant,
            };
    }
}
