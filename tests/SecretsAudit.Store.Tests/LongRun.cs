using System.Globalization;

namespace SecretsAudit.Store.Tests;

/// <summary>How often a test that repeats itself does so: the usual number, or another that the environment asks for, for a long run.</summary>
internal static class LongRun
{
    public static int Count(string variable, int usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } wanted ? int.Parse(wanted, NumberStyles.None, CultureInfo.InvariantCulture) : usual;
}
