using System;

namespace SecretsAudit.Detection.Formats;

/// <summary>The services whose tokens are told by their shape and by the service's name: a text, for the reason that <see cref="FormatTable"/> is one.</summary>
internal static partial class ServiceTable
{
    /// <summary>Every service.</summary>
    public static ServiceShape[] All { get; } = [.. Read(Names, isWord: false), .. Read(Words, isWord: true)];

    private static ServiceShape[] Read(string lines, bool isWord) =>
        Array.ConvertAll(lines.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries), line =>
        {
            var name = line.IndexOf(';');
            return new ServiceShape(line.Substring(0, name), isWord, line.Substring(name + 1));
        });
}
