#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>Lets the compiler emit <c>init</c> accessors for .NET Standard 2.0.</summary>
internal static class IsExternalInit;
#endif
