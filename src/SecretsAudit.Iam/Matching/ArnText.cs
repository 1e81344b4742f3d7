namespace SecretsAudit.Iam.Matching;

/// <summary>A request's ARN with the places of its first five colons, found once.</summary>
internal readonly struct ArnText
{
    private readonly int _c1, _c2, _c3, _c4, _c5;

    public ArnText(string text)
    {
        Text = text;
        _c1 = text.IndexOf(':');
        _c2 = Next(text, _c1);
        _c3 = Next(text, _c2);
        _c4 = Next(text, _c3);
        _c5 = Next(text, _c4);
    }

    public string Text { get; }

    /// <summary>Whether the text has the six parts of an ARN.</summary>
    public bool IsArn => _c5 > 0 && _c1 == 3 && Text.StartsWith("arn", StringComparison.Ordinal);

    /// <summary>The part from 0 (<c>arn</c>) to 5 (the resource, which may hold further colons).</summary>
    public ReadOnlySpan<char> Part(int index) => index switch
    {
        0 => Text.AsSpan(0, _c1),
        1 => Text.AsSpan((_c1 + 1).._c2),
        2 => Text.AsSpan((_c2 + 1).._c3),
        3 => Text.AsSpan((_c3 + 1).._c4),
        4 => Text.AsSpan((_c4 + 1).._c5),
        _ => Text.AsSpan(_c5 + 1),
    };

    private static int Next(string text, int colon) => colon < 0 ? -1 : text.IndexOf(':', colon + 1);
}
