namespace SecretsAudit.Cli;

/// <summary>What the command says to the pipeline that called it.</summary>
internal enum ExitCode
{
    /// <summary>Nothing at or above the threshold, and nothing unseen.</summary>
    Clean = 0,

    /// <summary>Findings at or above <c>--fail-on</c>.</summary>
    Findings = 1,

    /// <summary>A wrong flag, configuration, rule or file: nothing was judged, or nothing could be written.</summary>
    Usage = 2,

    /// <summary>Something could not be read or judged. Outranks findings: a pipeline must not read "few findings" when half was unseen.</summary>
    Incomplete = 3,
}
