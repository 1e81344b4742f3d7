using SecretsAudit.Detection;
using SecretsAudit.Model;

namespace SecretsAudit.CodeScan;

/// <summary>A credential in a file, before it is a finding of the model.</summary>
/// <param name="RuleId">The rule, <c>SAUD2001</c>.</param>
/// <param name="Format">The credential's format, <c>generic-password</c>.</param>
/// <param name="Name">The name it stands under; empty when it has none.</param>
/// <param name="Message">What is wrong, without the credential.</param>
/// <param name="Confidence">How sure the detector is.</param>
/// <param name="Line">The first line, from 1.</param>
/// <param name="Column">The first column, from 1.</param>
/// <param name="EndLine">The last line, from 1.</param>
/// <param name="EndColumn">The column behind the last character, from 1.</param>
internal sealed record CodeFinding(
    string RuleId, string Format, string Name, string Message, CredentialConfidence Confidence, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>Where the value is used, when that is elsewhere.</summary>
    public IReadOnlyList<FindingSubject.Code> UsedAt { get; init; } = [];

    /// <summary>Whether only those uses tell that it is a credential.</summary>
    public bool IsKnownByUse { get; init; }

    /// <summary>Tells equal values within this process; see <see cref="ValueMark"/>.</summary>
    public UInt128 Mark { get; init; }
}
