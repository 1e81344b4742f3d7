namespace SecretsAudit.Store.Wire.Errors;

/// <summary>An error that AWS answers with; <see cref="ErrorBody"/> is the only place that turns it into bytes.</summary>
internal abstract class AwsException(string code, string message, int status = 400, string messageMember = "message") : Exception(message)
{
    /// <summary>The code on the wire.</summary>
    public string Code { get; } = code;

    public int Status { get; } = status;

    /// <summary>Secrets Manager's own errors say <c>Message</c>; the protocol's say <c>message</c>.</summary>
    public string MessageMember { get; } = messageMember;
}
