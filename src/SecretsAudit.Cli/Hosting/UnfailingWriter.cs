using System.Text;

namespace SecretsAudit.Cli.Hosting;

/// <summary>Standard error where it may be full or closed: nobody is left to be told of that, and the exit code must come out all the same.</summary>
/// <param name="inner">Standard error.</param>
internal sealed class UnfailingWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private static void Try(Action write)
    {
        try
        {
            write();
        }
        catch (IOException)
        {
            // See the type.
        }
    }
}
