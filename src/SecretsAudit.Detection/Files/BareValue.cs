namespace SecretsAudit.Detection.Files;

/// <summary>How a value may stand in a line without quotes.</summary>
internal enum BareValue
{
    /// <summary>Not at all: a program's literal has quotes.</summary>
    None,

    /// <summary>To the next space, behind an equals sign or a colon: a setting.</summary>
    ToSpace,

    /// <summary>To the next space, behind an equals sign alone: a command, in which a colon belongs to a sentence.</summary>
    AfterEquals,

    /// <summary>To any mark that may close it: text of no known grammar.</summary>
    ToMark,
}
