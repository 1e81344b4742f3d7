using System.Runtime.CompilerServices;

namespace SecretsAudit.Analyzers.Lexing;

/// <summary>When the just-in-time compiler compiles the few methods that read every character.</summary>
internal static class HotCode
{
#if NET
    /// <summary>The command is compiled ahead of time, which asking for more would undo.</summary>
    public const MethodImplOptions AtOnce = default;
#else
    /// <summary>
    /// Fully at the first call (<c>AggressiveOptimization</c>, which .NET Standard 2.0 has no name for). A compiler loads the analyzers without code made ahead and is done
    /// before it has found out what is worth compiling well.
    /// </summary>
    public const MethodImplOptions AtOnce = (MethodImplOptions)512;
#endif
}
