using System.Runtime.CompilerServices;
using SecretsAudit.Iam;

namespace SecretsAudit.Store.Access;

/// <summary>Keeps each policy text's compiled form for as long as the state holds the text.</summary>
internal sealed class CompiledPolicies
{
    private readonly ConditionalWeakTable<string, PolicyDocument> _known = [];

    /// <exception cref="InvalidOperationException">The text is not a policy; nothing lets such a text into the state.</exception>
    public PolicyDocument Get(string policy, PolicyKind kind)
    {
        if (_known.TryGetValue(policy, out var known))
        {
            return known;
        }

        var parse = PolicyDocument.Parse(policy, kind, int.MaxValue);
        var document = parse.IsValid ? parse.Document : throw new InvalidOperationException($"A stored {kind} policy is not valid: {parse.Errors.First()}");
        _known.AddOrUpdate(policy, document);
        return document;
    }
}
