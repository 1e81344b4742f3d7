using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Conditions;

/// <summary>One value of a request's context key; what it reads as is found once, however many listed values it is compared with.</summary>
internal ref struct ContextValue(string text)
{
    private bool _addressRead, _numberRead, _instantRead, _arnRead;

    public string Text { get; } = text;

    public AddressRange? Address
    {
        get => Once(ref _addressRead) ? field = AddressRange.TryParse(Text) : field;
        private set;
    }

    public decimal? Number
    {
        get => Once(ref _numberRead) ? field = ContextParse.Number(Text) : field;
        private set;
    }

    public DateTimeOffset? Instant
    {
        get => Once(ref _instantRead) ? field = ContextParse.Instant(Text) : field;
        private set;
    }

    public ArnText Arn
    {
        get => Once(ref _arnRead) ? field = new ArnText(Text) : field;
        private set;
    }

    private static bool Once(ref bool done)
    {
        var first = !done;
        done = true;
        return first;
    }
}
