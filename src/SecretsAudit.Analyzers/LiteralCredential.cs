using Microsoft.CodeAnalysis.Text;
using SecretsAudit.Detection;

namespace SecretsAudit.Analyzers;

/// <summary>A credential in a C# file. Holds no part of it.</summary>
/// <param name="ruleId">The rule, <c>SAUD2001</c>.</param>
/// <param name="span">Where it stands.</param>
/// <param name="match">What it is.</param>
/// <param name="name">The name it stands under; empty when it has none.</param>
internal sealed class LiteralCredential(string ruleId, TextSpan span, CredentialMatch match, string name)
{
    public string RuleId => ruleId;

    public TextSpan Span => span;

    public CredentialMatch Match => match;

    public string Name => name;

    /// <summary>The message: a sentence.</summary>
    public string Message => $"{char.ToUpperInvariant(match.Reason[0])}{match.Reason.Substring(1)}.";
}
