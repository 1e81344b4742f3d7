using System;

namespace SecretsAudit.Detection;

/// <summary>One credential in a text. Holds no part of the credential.</summary>
public sealed class CredentialMatch
{
    /// <summary>Describes a credential.</summary>
    public CredentialMatch(string format, CredentialKind kind, int start, int length, CredentialConfidence confidence, string reason)
    {
        Format = format ?? throw new ArgumentNullException(nameof(format));
        Kind = kind;
        Start = start;
        Length = length;
        Confidence = confidence;
        Reason = reason ?? throw new ArgumentNullException(nameof(reason));
    }

    /// <summary>The format's id: <c>aws-access-key-id</c>, <c>generic-password</c>.</summary>
    public string Format { get; }

    /// <summary>What kind of credential it is.</summary>
    public CredentialKind Kind { get; }

    /// <summary>Where the credential itself begins in the text that was given, in UTF-16 units from 0.</summary>
    public int Start { get; }

    /// <summary>How long it is, in UTF-16 units.</summary>
    public int Length { get; }

    /// <summary>How sure the detector is.</summary>
    public CredentialConfidence Confidence { get; }

    /// <summary>Why it is taken for one, as a clause without a full stop and without the value.</summary>
    public string Reason { get; }

    /// <summary>The same finding in a text in which this one begins at an offset.</summary>
    public CredentialMatch Shift(int offset) => offset == 0 ? this : new(Format, Kind, Start + offset, Length, Confidence, Reason);
}
