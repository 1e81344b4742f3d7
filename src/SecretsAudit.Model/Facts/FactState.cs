namespace SecretsAudit.Model;

/// <summary>What we know of a fact. <see cref="Unknown"/> comes first so that a fact nobody filled in is never mistaken for an answer.</summary>
public enum FactState
{
    /// <summary>The read was denied, failed, or was never made.</summary>
    Unknown = 0,

    /// <summary>The source answered, and says there is none: no policy, no description, never accessed.</summary>
    Absent,

    /// <summary>The source answered with a value.</summary>
    Known,
}
