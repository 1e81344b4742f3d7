using System.Globalization;
using Microsoft.Extensions.Logging;

namespace SecretsAudit.Worker.Hosting;

/// <summary>
/// Writes log messages as lines of text: time, level, category, message. Our own from information on, others' from warnings on. It
/// outlives a disposal, because Quartz keeps the logger factory it was given last for the whole process.
/// </summary>
internal sealed class LineLoggers(TextWriter output, TimeProvider time) : ILoggerProvider, ILoggerFactory
{
    private const string Ours = "SecretsAudit.";

    private readonly Lock _writing = new();

    public ILogger CreateLogger(string categoryName) => new LineLogger(
        this,
        categoryName[(categoryName.LastIndexOf('.') + 1)..],
        categoryName.StartsWith(Ours, StringComparison.Ordinal) ? LogLevel.Information : LogLevel.Warning);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("All lines go to one place.");

    public void Dispose()
    {
    }

    private void Write(LogLevel level, string category, string message, Exception? error)
    {
        var now = time.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

        // One event, one line: a message with a line break must not look like two events.
        var text = (error is null ? message : $"{message} {error.GetType().Name}: {error.Message}").ReplaceLineEndings(" ");
        lock (_writing)
            output.WriteLine($"{now} {level.ToString().ToLowerInvariant()} {category}: {text}");
    }

    private sealed class LineLogger(LineLoggers lines, string category, LogLevel lowest) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None && logLevel >= lowest;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                lines.Write(logLevel, category, formatter(state, exception), exception);
        }
    }
}
