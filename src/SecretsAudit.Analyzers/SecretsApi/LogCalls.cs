using Microsoft.CodeAnalysis.CSharp.Syntax;
using SecretsAudit.Analyzers.Flow;

namespace SecretsAudit.Analyzers.SecretsApi;

/// <summary>Calls that write to a log, the console or a trace, by the names that loggers give them.</summary>
internal static class LogCalls
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "LogTrace", "LogDebug", "LogInformation", "LogWarning", "LogError", "LogCritical", "LogInfo", "LogWarn", "LogFatal", "TraceInformation",
        "TraceWarning", "TraceError", "TraceEvent", "WriteLineIf", "SetTag", "AddTag", "AddBaggage", "SetAttribute", "LogLine", "TrackTrace", "TrackEvent",
    };

    private static readonly HashSet<string> OfLoggers = new(StringComparer.Ordinal)
    {
        "Log", "Write", "WriteLine", "WriteAsync", "WriteLineAsync", "Trace", "Debug", "Info", "Information", "Warn", "Warning", "Error", "Fatal",
        "Verbose", "Critical", "Print", "Fail", "Assert",
    };

    private static readonly string[] Loggers = ["log", "console", "trace", "debug", "activity", "telemetry", "output"];

    public static bool Writes(InvocationExpressionSyntax call)
    {
        var name = SyntaxNames.OfCall(call);
        if (Telling.Contains(name))
            return true;
        if (!OfLoggers.Contains(name) || call.Expression is not MemberAccessExpressionSyntax member)
            return false;

        var receiver = member.Expression.ToString();
        return receiver.Length < 100 && Loggers.Any(word => receiver.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
    }

    public static bool IsException(BaseObjectCreationExpressionSyntax creation) => creation switch
    {
        ObjectCreationExpressionSyntax named => SyntaxNames.OfType(named.Type).EndsWith("Exception", StringComparison.Ordinal),
        _ => creation.Parent is ThrowStatementSyntax or ThrowExpressionSyntax,
    };
}
