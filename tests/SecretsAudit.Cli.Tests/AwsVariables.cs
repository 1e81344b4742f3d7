namespace SecretsAudit.Cli.Tests;

/// <summary>AWS's own variables, which the SDK reads from the process: set for one test, then put back.</summary>
internal sealed class AwsVariables : IDisposable
{
    private static readonly (string Name, string Value)[] Variables = [("AWS_ACCESS_KEY_ID", "test"), ("AWS_SECRET_ACCESS_KEY", "test")];
    private readonly IReadOnlyList<string?> _before = [.. Variables.Select(variable => Environment.GetEnvironmentVariable(variable.Name))];

    public AwsVariables()
    {
        foreach (var (name, value) in Variables)
            Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var ((name, _), value) in Variables.Zip(_before))
            Environment.SetEnvironmentVariable(name, value);
    }
}
