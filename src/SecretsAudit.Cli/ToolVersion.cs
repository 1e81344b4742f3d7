using System.Reflection;

namespace SecretsAudit.Cli;

/// <summary>The version of the product, as <c>--version</c> and every report state it.</summary>
internal static class ToolVersion
{
    public static string Text { get; } =
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
