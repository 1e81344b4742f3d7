namespace SecretsAudit.Worker;

/// <summary>The worker cannot start as it is configured. The message says what is wrong and what to do; it fits a usage error (exit code 2).</summary>
public sealed class WorkerConfigurationException : Exception
{
    /// <summary>A configuration error.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    public WorkerConfigurationException(string message)
        : base(message)
    {
    }

    /// <summary>A configuration error with its cause.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="innerException">What was thrown.</param>
    public WorkerConfigurationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
