namespace SecretsAudit.Engine.Yaml;

/// <summary>Finds the place in the file of a character of a scalar, through folding, indentation and escapes.</summary>
internal static class ScalarPositions
{
    /// <summary>The line and column of one character of a scalar's value; its start where the file's text does not lead there.</summary>
    public static DocumentPosition Of(YamlText scalar, int offset, string file)
    {
        var raw = scalar.Index;
        for (var i = 0; i < scalar.Value.Length; i++)
        {
            raw = Match(file, raw, scalar.Value[i]);
            if (raw < 0)
                return scalar.At;

            if (i == offset)
                return At(scalar.At.File, file, raw);

            raw++;
        }

        // Just behind the last character: where something is missing.
        return At(scalar.At.File, file, Math.Min(raw, file.Length));
    }

    // Walks over what YAML adds around a value: quotes, block headers, indentation, backslashes.
    private static int Match(string file, int raw, char wanted)
    {
        while (raw < file.Length && file[raw] != wanted)
        {
            if (char.IsWhiteSpace(wanted) && char.IsWhiteSpace(file[raw]))
                return raw;

            raw++;
        }

        return raw < file.Length ? raw : -1;
    }

    private static DocumentPosition At(string path, string file, int index)
    {
        var before = file.AsSpan(0, index);
        var lineStart = before.LastIndexOf('\n') + 1;
        return new(path, before.Count('\n') + 1, index - lineStart + 1);
    }
}
