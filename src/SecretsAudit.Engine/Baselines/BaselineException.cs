namespace SecretsAudit.Engine.Baselines;

/// <summary>A baseline cannot be used.</summary>
/// <param name="message">What is wrong, and what to do.</param>
/// <param name="inner">What caused it.</param>
public sealed class BaselineException(string message, Exception? inner = null) : Exception(message, inner);
