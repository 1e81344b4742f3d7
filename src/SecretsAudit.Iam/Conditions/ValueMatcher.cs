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

    /// <summary>A matcher that takes whatever the listed value matches for some value of its policy variables, and perhaps more.</summary>
    public static ValueMatcher CompileRelaxed(ConditionComparison comparison, string text) => comparison switch
    {
        ConditionComparison.StringEquals or ConditionComparison.StringNotEquals => new TextValue(Relaxed(text, wildcards: false)),
        ConditionComparison.StringLike or ConditionComparison.StringNotLike => new TextValue(Relaxed(text, wildcards: true)),
        ConditionComparison.StringEqualsIgnoreCase or ConditionComparison.StringNotEqualsIgnoreCase =>
            PatternAtom.Split(text, wildcards: false, variables: true).Exists(atom => atom.Variable is not null) ? new TextValue(Wildcard.Everything) : new FoldedText(text, variables: true),
        >= ConditionComparison.ArnEquals and <= ConditionComparison.ArnNotLike => new ArnValue(ArnMatcher.CompileRelaxed(text)),
        _ => Compile(comparison, text, variables: true),
    };

    private static TextMatcher Relaxed(string text, bool wildcards) =>
        TextMatcher.Compile(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(PatternAtom.Relaxed(PatternAtom.Split(text, wildcards, variables: true))));

    private sealed class Nothing : ValueMatcher
    {
        public static readonly Nothing Instance = new();

        public override bool Matches(ref ContextValue value, AccessRequest request) => false;
    }

    private sealed class TextValue(TextMatcher matcher) : ValueMatcher
    {
        public TextValue(string text, bool wildcards, bool variables)
            : this(TextMatcher.Compile(text, wildcards, variables))
        {
        }

        public override bool HasVariables => matcher is TemplateMatcher;

        public override bool Matches(ref ContextValue value, AccessRequest request) => matcher.Matches(value.Text, request);
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

    private sealed class ArnValue(ArnMatcher matcher) : ValueMatcher
    {
        public ArnValue(string text, bool variables)
            : this(ArnMatcher.Compile(text, variables))
        {
        }

        public override bool HasVariables => matcher.HasVariables;

        public override bool Matches(ref ContextValue value, AccessRequest request) => matcher.Matches(value.Arn, request);
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
