using Microsoft.CodeAnalysis;

namespace SecretsAudit.Analyzers.Flow;

/// <summary>A call that the tracer went into: its method's parameters are this call's arguments and nobody else's.</summary>
/// <param name="method">The method.</param>
/// <param name="arguments">What it is given.</param>
/// <param name="outer">The call around it.</param>
internal sealed class CallFrame(IMethodSymbol method, PassedArguments arguments, CallFrame? outer)
{
    public IMethodSymbol Method { get; } = method;

    public PassedArguments Arguments { get; } = arguments;

    public CallFrame? Outer { get; } = outer;
}
