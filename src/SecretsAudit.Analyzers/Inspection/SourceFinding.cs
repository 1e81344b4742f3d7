using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers.Inspection;

/// <summary>Something wrong at one place of a source file. Holds no part of a credential.</summary>
public sealed class SourceFinding
{
    /// <summary>The most uses that are told.</summary>
    internal const int MostUses = 25;

    private readonly List<Location> _uses = [];

    /// <summary>The rule: SAUD2001 and so on.</summary>
    public required string RuleId { get; init; }

    /// <summary>The file.</summary>
    public required SyntaxTree Tree { get; init; }

    /// <summary>The place: the literal, or the part of it that is the credential.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The credential's format, as in <c>rules/credentials</c>; the rule's own name where no format is at stake.</summary>
    public required string Format { get; init; }

    /// <summary>How sure it is.</summary>
    public required CredentialConfidence Confidence { get; init; }

    /// <summary>Why, in words, without the value.</summary>
    public required string Reason { get; init; }

    /// <summary>The name that the value has in the code; empty when it has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the value is used as a credential, when it is written elsewhere: the argument, the assigned value. The first 25.</summary>
    public IReadOnlyList<Location> Uses => _uses;

    /// <summary>Whether only its uses tell that the value is a credential: neither its own look nor the name that it is written under does.</summary>
    public bool IsKnownByUse { get; internal set; }

    internal void AddUse(SyntaxNode use)
    {
        var place = Location.Create(use.SyntaxTree, use.Span);
        if (_uses.Count < MostUses && !(use.SyntaxTree == Tree && use.Span.Contains(Span)) && !_uses.Contains(place))
            _uses.Add(place);
    }
}
