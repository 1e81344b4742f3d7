using System.Runtime.InteropServices;

namespace SecretsAudit.Iam.Matching;

/// <summary>A compiled pattern over one text.</summary>
internal abstract class TextMatcher
{
    public abstract bool Matches(ReadOnlySpan<char> value, AccessRequest request);

    public static TextMatcher Compile(string text, bool wildcards, bool variables) =>
        Compile(CollectionsMarshal.AsSpan(PatternAtom.Split(text, wildcards, variables)));

    public static TextMatcher Compile(ReadOnlySpan<PatternAtom> atoms)
    {
        foreach (var atom in atoms)
        {
            if (atom.Kind == AtomKind.Variable)
                return new TemplateMatcher(atoms.ToArray());
        }

        return Wildcard.Of(atoms);
    }
}

/// <summary>A pattern whose text depends on the request through policy variables.</summary>
internal sealed class TemplateMatcher(PatternAtom[] atoms) : TextMatcher
{
    public PatternAtom[] Atoms => atoms;

    public override bool Matches(ReadOnlySpan<char> value, AccessRequest request) =>
        Resolved(request) is { } resolved && Wildcard.Of(CollectionsMarshal.AsSpan(resolved)).Matches(value);

    /// <summary>The text for this request; null when a variable has no value. For patterns without wildcards.</summary>
    public string? Resolve(AccessRequest request) =>
        Resolved(request) is { } resolved ? string.Concat(resolved.Select(atom => atom.Character)) : null;

    private List<PatternAtom>? Resolved(AccessRequest request)
    {
        var resolved = new List<PatternAtom>(atoms.Length + 32);
        foreach (var atom in atoms)
        {
            if (atom.Kind != AtomKind.Variable)
            {
                resolved.Add(atom);
                continue;
            }

            // A variable without a value and without a default matches nothing; a value's own '*' is a plain character.
            if ((request.VariableText(atom.Variable!.Key) ?? atom.Variable.Default) is not { } text)
                return null;
            foreach (var character in text)
                resolved.Add(new(AtomKind.Character, character));
        }

        return resolved;
    }
}
