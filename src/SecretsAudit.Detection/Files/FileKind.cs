using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SecretsAudit.Detection.Files;

/// <summary>What a path says of a file: its grammar, and how strictly to judge.</summary>
internal sealed class FileKind
{
    private static readonly string[] Noise = [".min.js", ".min.css", ".map", "package-lock.json", "yarn.lock", "pnpm-lock.yaml", "packages.lock.json", "project.assets.json", "go.sum", "go.mod", "cargo.lock", "poetry.lock", "composer.lock", ".svg", ".resx", ".xlf", ".po", ".snap", ".csv", ".drawio", "publicapi.shipped.txt", "publicapi.unshipped.txt"];

    private static readonly string[] Tests = ["test", "tests", "testing", "spec", "specs", "__tests__", "fixtures", "testdata", "mocks", "mock", "e2e"];

    private static readonly string[] Translations = ["locale", "locales", "i18n", "translations", "translation", "lang", "langs", "languages", "localization", "localizations", "localisation", "l10n"];

    private static readonly string[] Documents = ["docs", "doc", "documentation"];

    private FileKind(Func<string, IEnumerable<NamedSpan>>? grammar, ValueSetting setting, bool isNoise) => (Grammar, Setting, IsNoise) = (grammar, setting, isNoise);

    /// <summary>Finds names and values; null when only the text itself counts.</summary>
    public Func<string, IEnumerable<NamedSpan>>? Grammar { get; }

    /// <summary>
    /// The grammar of a file's text: what is named as XML and begins otherwise has settings, a line each (a client's <c>.config</c>), and what says
    /// that it is XML is, whatever its name (a server's <c>.conf</c>).
    /// </summary>
    public Func<string, IEnumerable<NamedSpan>>? GrammarFor(string text)
    {
        var start = text.AsSpan().TrimStart().TrimStart('\uFEFF');
        return Grammar == XmlGrammar.Pairs && start.Length > 0 && start[0] != '<' ? LineGrammar.Assignments
            : Grammar is not null && start.StartsWith("<?xml".AsSpan()) ? XmlGrammar.Pairs
            : Grammar;
    }

    public ValueSetting Setting { get; }

    /// <summary>How strictly to judge what stands under a name.</summary>
    public ValueSetting NamedSetting => Grammar == LineGrammar.LooseAssignments && Setting != ValueSetting.Documentation ? ValueSetting.LooseText : Setting;

    /// <summary>Whether it is made by a machine and full of what looks random.</summary>
    public bool IsNoise { get; }

    public static FileKind Of(string file)
    {
        var normal = file.Replace('\\', '/');
        var name = Kept(Path.GetFileName(normal).ToLowerInvariant());
        foreach (var ending in Noise)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return new(null, ValueSetting.Configuration, isNoise: true);
        }

        var path = normal.ToLowerInvariant();
        // An app's keys stand among its texts; only what is random is one.
        if (name == "strings.xml")
            return new(XmlGrammar.Pairs, ValueSetting.Documentation, isNoise: false);
        return new(IsTranslation(path, name) ? null : GrammarOf(name), SettingOf(path, name), isNoise: false);
    }

    // application.properties.bak: what it was.
    private static string Kept(string name) => Path.GetExtension(name) is ".bak" or ".backup" or ".old" or ".orig" or ".save" && Inner(name) is { } inner ? inner : name;

    // What stands before the last ending, when that has an ending of its own.
    private static string? Inner(string name) => Path.GetFileNameWithoutExtension(name) is var inner && Path.GetExtension(inner).Length > 0 ? inner : null;

    private static Func<string, IEnumerable<NamedSpan>>? GrammarOf(string name)
    {
        var ending = Path.GetExtension(name);
        if (name is ".env" or ".npmrc" or ".yarnrc" or ".pypirc" or ".s3cfg" or ".my.cnf" or ".boto" or "credentials" || name.EndsWith(".env", StringComparison.Ordinal) || name.StartsWith(".env.", StringComparison.Ordinal) || name is ".gitconfig" or ".condarc" || ending == ".npmrc" || name.StartsWith("dockerfile", StringComparison.Ordinal) || ending == ".dockerfile")
            return LineGrammar.Assignments;
        if (name is ".netrc" or "_netrc" or ".esmtprc" or ".msmtprc" or ".fetchmailrc")
            return NetrcGrammar.Pairs;
        if (name is ".bashrc" or ".bash_profile" or ".bash_aliases" or ".bash_history" or ".zshrc" or ".zshenv" or ".zsh_history" or ".profile" or ".envrc")
            return LineGrammar.ShellAssignments;
        if (name is "jenkinsfile" || name.StartsWith("jenkinsfile.", StringComparison.Ordinal) || ending == ".jenkinsfile")
            return LineGrammar.PipelineAssignments;
        if (name is "vagrantfile" or "gemfile" or "rakefile" or "podfile" or "fastfile" or "brewfile")
            return LineGrammar.QuotedAssignments;
        // config.yml.j2: what it becomes.
        if (ending is ".j2" or ".erb" or ".tpl" or ".tmpl" or ".template" or ".local" or ".prod" or ".production" or ".dev" or ".staging" && Inner(name) is { } inner)
            return GrammarOf(inner);
        return ending switch
        {
            ".json" or ".jsonc" or ".json5" or ".webmanifest" or ".tfstate" or ".tfvars.json" => JsonGrammar.Pairs,
            ".ipynb" => text => JsonGrammar.Pairs(text).Concat(LineGrammar.QuotedAssignments(text)),
            ".yml" or ".yaml" => YamlGrammar.Pairs,
            ".xml" or ".config" or ".csproj" or ".vbproj" or ".fsproj" or ".props" or ".targets" or ".pubxml" or ".settings" or ".nuspec" or ".plist" or ".xaml" or ".axaml" or ".wxs" or ".wxi" => XmlGrammar.Pairs,
            ".env" or ".ini" or ".http" or ".rest" or ".properties" or ".cfg" or ".conf" or ".cnf" or ".toml" or ".env-example" or ".service" => LineGrammar.Assignments,
            ".sh" or ".bash" or ".zsh" or ".cmd" or ".bat" or ".ps1" or ".psm1" => LineGrammar.ShellAssignments,
            // What its compiler would not take, or is too large for it.
            ".cs" => LineGrammar.QuotedAssignments,
            ".tf" or ".tfvars" or ".hcl" or ".terraformrc" => HclGrammar.Pairs,
            ".bicep" or ".bicepparam" => LineGrammar.QuotedAssignments,
            ".js" or ".ts" or ".jsx" or ".tsx" or ".mjs" or ".cjs" or ".py" or ".rb" or ".go" or ".java" or ".kt" or ".scala" or ".php" or ".rs" or ".swift" or ".vb" or ".fs" or ".cshtml" or ".razor" or ".aspx" or ".ascx" or ".master" or ".asax" or ".ashx" or ".asmx" or ".jsp" or ".jspx" or ".groovy" or ".gradle" or ".kts" or ".pp" or ".rake" or ".sbt" or ".c" or ".h" or ".cc" or ".cpp" or ".hpp" or ".m" or ".mm" or ".r" or ".pm" or ".vbs" or ".asp" or ".cfm" or ".hs" or ".nim" or ".dart" or ".lua" or ".pl" or ".sql" or ".vue" or ".svelte" or ".astro" or ".ex" or ".exs" or ".clj" or ".jl" or ".zig" or ".tpl" or ".j2" or ".erb" or ".ejs" or ".hbs" or ".mustache" or ".twig" or ".liquid" or ".njk" or ".jinja" or ".jinja2" or ".phtml" or ".ftl" or ".haml" or ".slim"
                => LineGrammar.QuotedAssignments,
            _ => LineGrammar.LooseAssignments,
        };
    }

    private static ValueSetting SettingOf(string path, string name)
    {
        if (Path.GetExtension(name) is ".md" or ".rst" or ".adoc" or ".html" || HasFolder(path, Documents) || name.EndsWith(".dist", StringComparison.Ordinal)
            || (Path.GetExtension(name) is not (".txt" or ".log") && (name.IndexOf("example", StringComparison.Ordinal) >= 0 || name.IndexOf("sample", StringComparison.Ordinal) >= 0 || (name.IndexOf("template", StringComparison.Ordinal) >= 0 && !name.StartsWith("template.", StringComparison.Ordinal)))))
            return ValueSetting.Documentation;
        var isCode = GrammarOf(name) == LineGrammar.QuotedAssignments && Path.GetExtension(name) is not (".tf" or ".tfvars" or ".hcl" or ".bicep" or ".bicepparam");
        if (isCode && (HasFolder(path, Tests) || IsTest(name)))
            return ValueSetting.TestCode;
        if (isCode)
            return ValueSetting.SourceCode;
        return name.IndexOf("dev", StringComparison.Ordinal) >= 0 || name.IndexOf("local", StringComparison.Ordinal) >= 0 || name.IndexOf("compose", StringComparison.Ordinal) >= 0 || name.IndexOf("launchsettings", StringComparison.Ordinal) >= 0
            ? ValueSetting.DevelopmentConfiguration
            : ValueSetting.Configuration;
    }

    // login.spec.ts, login.test.js
    private static bool IsTest(string name) => Path.GetFileNameWithoutExtension(name) is var stem && (stem.EndsWith(".spec", StringComparison.Ordinal) || stem.EndsWith(".test", StringComparison.Ordinal));

    // In a file of translations "password" is a label in another language.
    private static bool IsTranslation(string path, string name) =>
        Path.GetExtension(name) is ".isl" or ".arb" or ".resw" or ".strings" or ".lng"
        || Path.GetExtension(name) is ".json" or ".yml" or ".yaml" or ".properties" or ".xml" or ".ts" or ".js" or ".php" or ".toml"
        && (HasFolder(path, Translations) || name.StartsWith("locale", StringComparison.Ordinal) || name.StartsWith("messages", StringComparison.Ordinal) || name.StartsWith("strings.", StringComparison.Ordinal));

    private static bool HasFolder(string path, string[] names)
    {
        var folders = path.Split('/');
        for (var i = 0; i < folders.Length - 1; i++)
        {
            if (Array.IndexOf(names, folders[i]) >= 0 || (names == Tests && (folders[i].EndsWith(".tests", StringComparison.Ordinal) || folders[i].EndsWith(".test", StringComparison.Ordinal))))
                return true;
        }

        return false;
    }
}
