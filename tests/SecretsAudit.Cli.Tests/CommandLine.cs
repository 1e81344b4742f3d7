using System.Text;

namespace SecretsAudit.Cli.Tests;

/// <summary>Runs the command line in this process, in a folder of its own, with an environment of its own.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("secretsaudit-cli-").FullName;

    /// <summary>Where below the folder the command runs.</summary>
    public string At { get; set; } = "";

    /// <summary>What the command finds on standard input.</summary>
    public string Input { get; set; } = "";

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public CommandLine With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public string? Variable(string name) => _environment.GetValueOrDefault(name);

    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>Runs one command and answers its exit code.</summary>
    public async Task<int> RunAsync(params string[] args)
    {
        using var output = new MemoryStream();
        await using var error = new StringWriter();
        var exit = await Application.RunAsync(args, new Terminal
        {
            Input = new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Output = output,
            Error = error,
            OutputIsTerminal = false,
            ErrorIsTerminal = false,
            Variable = Variable,
            Folder = Path.Combine(Folder, At),
        });
        Output = Encoding.UTF8.GetString(output.ToArray());
        Error = error.ToString();
        return exit;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
