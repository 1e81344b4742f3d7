using System.Runtime.InteropServices;

namespace SecretsAudit.Iam.Matching;

/// <summary>
/// An ARN pattern: each of the six parts is compared by itself, so that a wildcard cannot reach over a colon into the next part; missing
/// parts are completed with <c>*</c>.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html"/>
internal sealed class ArnMatcher
{
    private readonly TextMatcher[]? _parts;
    private readonly string? _literal;

    private ArnMatcher(TextMatcher[]? parts, string? literal)
    {
        _parts = parts;
        _literal = literal;
    }

    /// <summary>Whether the pattern is a lone <c>*</c>, which also matches what is no ARN.</summary>
    public bool IsEverything => _parts is null && _literal is null;

    public bool HasVariables => _parts is not null && Array.Exists(_parts, part => part is TemplateMatcher);

    public static ArnMatcher Compile(string text, bool variables) => Compile(PatternAtom.Split(text, wildcards: true, variables));

    /// <summary>The pattern in which every policy variable may stand for any text.</summary>
    public static ArnMatcher CompileRelaxed(string text) => Compile(PatternAtom.Relaxed(PatternAtom.Split(text, wildcards: true, variables: true)));

    private static ArnMatcher Compile(List<PatternAtom> atoms)
    {
        var text = string.Concat(atoms.Select(atom => atom.Kind == AtomKind.Character ? atom.Character : '*'));
        if (atoms.TrueForAll(atom => atom.Kind == AtomKind.Character) && text.AsSpan().Count(':') >= 5)
            return new ArnMatcher(null, string.Concat(atoms.Select(atom => atom.Character)));
        if (atoms.TrueForAll(atom => atom.Kind == AtomKind.AnyRun))
            return new ArnMatcher(null, null);

        var parts = new TextMatcher[6];
        Array.Fill(parts, Wildcard.Everything);
        var span = CollectionsMarshal.AsSpan(atoms);
        var part = 0;
        var start = 0;
        for (var i = 0; i <= span.Length && part < 6; i++)
        {
            var ends = i == span.Length || (part < 5 && span[i] is { Kind: AtomKind.Character, Character: ':' });
            if (!ends)
                continue;
            parts[part++] = TextMatcher.Compile(span[start..i]);
            start = i + 1;
        }

        return new ArnMatcher(parts, null);
    }

    public bool Matches(in ArnText value, AccessRequest request)
    {
        if (_literal is not null)
            return value.Text == _literal;
        if (_parts is null)
            return true;
        if (!value.IsArn)
            return false;

        // The last part tells ARNs of one service apart; it fails first.
        for (var i = 5; i >= 0; i--)
        {
            if (!_parts[i].Matches(value.Part(i), request))
                return false;
        }

        return true;
    }
}
