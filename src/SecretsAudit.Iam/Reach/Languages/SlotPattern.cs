using System.Runtime.InteropServices;
using SecretsAudit.Iam.Matching;

namespace SecretsAudit.Iam.Reach.Languages;

/// <summary>A pattern over texts as a row of places: the form in which several patterns are compared with each other.</summary>
internal static class SlotPattern
{
    /// <summary>The places of a text with wildcards; a policy variable may stand for any text.</summary>
    public static IEnumerable<Slot> OfText(IEnumerable<PatternAtom> atoms, CharacterSet wild, bool folded = false)
    {
        foreach (var atom in atoms)
        {
            yield return atom.Kind switch
            {
                AtomKind.Character => Slot.Of(atom.Character, folded),
                AtomKind.AnyOne => Slot.One(wild),
                _ => Slot.Run(wild),
            };
        }
    }

    public static IEnumerable<Slot> OfLiteral(string text) => text.Select(character => Slot.Of(character));

    /// <summary>
    /// The places of an ARN pattern, whose wildcards stay within their part; null when every text matches, or when no ARN does.
    /// </summary>
    public static Slot[]? OfArn(IReadOnlyList<PatternAtom> atoms)
    {
        var parts = new List<List<PatternAtom>> { new() };
        foreach (var atom in atoms)
        {
            if (parts.Count < 6 && atom is { Kind: AtomKind.Character, Character: ':' })
                parts.Add([]);
            else
                parts[^1].Add(atom);
        }

        if (parts.Count == 1 && parts[0].TrueForAll(atom => atom.Kind == AtomKind.AnyRun))
            return null;
        while (parts.Count < 6)
            parts.Add([new PatternAtom(AtomKind.AnyRun)]);
        if (TextMatcher.Compile(CollectionsMarshal.AsSpan(parts[0])) is Wildcard first && !first.Matches("arn"))
            return null;

        IEnumerable<Slot> slots = OfLiteral("arn");
        for (var i = 1; i < 6; i++)
            slots = slots.Append(Slot.Of(':')).Concat(OfText(parts[i], i < 5 ? CharacterSet.NotColon : CharacterSet.Any));
        return [.. slots];
    }

    /// <summary>ARNs whose account part matches the given places.</summary>
    public static Slot[] OfAccount(IEnumerable<Slot> account) =>
    [
        .. OfLiteral("arn:"), Slot.Run(CharacterSet.NotColon), Slot.Of(':'), Slot.Run(CharacterSet.NotColon), Slot.Of(':'),
        Slot.Run(CharacterSet.NotColon), Slot.Of(':'), .. account, Slot.Of(':'), Slot.Run(CharacterSet.Any),
    ];

    /// <summary>The same place several times.</summary>
    public static IEnumerable<Slot> Times(int count, CharacterSet set) => Enumerable.Repeat(Slot.One(set), count);
}
