namespace SecretsAudit.Store.Wire.Errors;

/// <summary>An error that a served store answered with, as a caller hears it.</summary>
internal sealed class RefusedCallException(string code, string message, int status) : AwsException(code, message, status);
