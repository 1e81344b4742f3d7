namespace SecretsAudit.Model;

/// <summary>How a control came out. A pass says no more than that its rules found nothing; the auditor judges the control.</summary>
public enum ControlStatus
{
    /// <summary>Every rule for it judged every resource, and none failed.</summary>
    Pass,

    /// <summary>A resource fails one of its rules, and no waiver covers it.</summary>
    Fail,

    /// <summary>Some of its rules did not judge, or could not judge everything.</summary>
    NotEvaluated,

    /// <summary>No machine can check it.</summary>
    NotCheckable,
}
