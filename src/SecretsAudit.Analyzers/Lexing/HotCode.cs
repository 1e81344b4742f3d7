using System.Runtime.CompilerServices;

namespace SecretsAudit.Analyzers.Lexing;

/// <summary>When the just-in-time compiler compiles the few methods that read every character.</summary>
internal static class HotCode
{
    /// <summary>
    /// Fully at the first call (<c>AggressiveOptimization</c>, which .NET Standard 2.0 has no name for). A compiler loads the analyzers without code made ahead and is done
    /// before it has found out what is worth compiling well: half of the reading was spent in code made in haste. What is marked so is left out when the command is compiled
    /// ahead of time, so that it costs a scan some milliseconds: mark few.
    /// </summary>
    public const MethodImplOptions AtOnce = (MethodImplOptions)512;
}
