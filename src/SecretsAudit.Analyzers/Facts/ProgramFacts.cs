using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using SecretsAudit.Analyzers.Lexing;
using SecretsAudit.Analyzers.Settings;

namespace SecretsAudit.Analyzers.Facts;

/// <summary>What a compilation's files say together; each part is computed when it is first asked for.</summary>
internal sealed class ProgramFacts
{
    private static readonly ConditionalWeakTable<Compilation, ProgramFacts> Known = new();

    /// <summary>Stands for the names by which delegates are called: a keyword's hash, which no method has.</summary>
    public static readonly int AnyDelegate = NameHash.Of("delegate");

    private const int CharactersAtOnce = 16;

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<string, bool> _declared = new(StringComparer.Ordinal);
    private readonly object _gate = new();
    private int _read;
    private int _parsed;
    private bool? _isTestProject;
    private bool? _usesCryptographyEverywhere;
    private Dictionary<int, HashSet<CredentialParameter>>? _credentialMethods;
    private Dictionary<int, List<(ProgramFile File, int Position)>>? _calls;
    private Dictionary<int, List<(ProgramFile File, int Position)>>? _assignments;

    private readonly Lazy<Compilation?> _compilation;
    private readonly IReadOnlyList<ProgramFile> _files;
    private readonly HashSet<string>? _referencedTakers;

    private ProgramFacts(IReadOnlyList<ProgramFile> files, Func<Compilation?> compile, bool? isTestProject, HashSet<string>? referencedTakers)
    {
        _referencedTakers = referencedTakers;
        _files = files;
        _compilation = new(compile);
        _isTestProject = isTestProject;
        Effort = new(files.Sum(static file => (long)file.Length));
    }

    /// <summary>Whether the compilation references a test framework.</summary>
    public bool IsTestProject => _isTestProject ??= TestCode.References(_compilation.Value!);

    /// <summary>What is left to follow values with.</summary>
    public Effort Effort { get; }

    public static ProgramFacts Of(Compilation compilation) =>
        Known.GetValue(compilation, static compilation => new([.. compilation.SyntaxTrees.Select(static tree => new ProgramFile(tree))], () => compilation, null, null));

    /// <summary>A program whose files are parsed when something asks for their trees, and compiled when something asks what a name means.</summary>
    /// <param name="files">Its files.</param>
    /// <param name="references">A compilation without files.</param>
    /// <param name="isTestProject">Whether that references a test framework.</param>
    /// <param name="referencedTakers">What it declares with a parameter that has a credential's name, by simple names; null when that is not known.</param>
    public static ProgramFacts Of(IReadOnlyList<ProgramFile> files, Func<Compilation> references, bool isTestProject, HashSet<string>? referencedTakers) =>
        new(files, () => Overloads.AreTooMany(files) ? null : references().AddSyntaxTrees(files.Select(static file => file.Tree)), isTestProject, referencedTakers);

    /// <summary>Whether a call by this name may reach a method of this compilation that takes a credential by name.</summary>
    public bool MayTakeCredential(int name, CancellationToken cancellationToken) =>
        CredentialMethods(cancellationToken).ContainsKey(name);

    /// <summary>The parameters with a credential's name of this compilation's methods by this name.</summary>
    public IReadOnlyCollection<CredentialParameter> CredentialParameters(int name, CancellationToken cancellationToken) =>
        CredentialMethods(cancellationToken).TryGetValue(name, out var taken) ? taken : [];

    /// <summary>Whether all that is referenced is known, as the framework is.</summary>
    public bool KnowsReferences => _referencedTakers is not null;

    /// <summary>Whether a call by this name may reach anything that takes a credential by name, declared here or in what is referenced.</summary>
    public bool MayReachTaker(string name, CancellationToken cancellationToken) =>
        IsReferencedTaker(name) || MayTakeCredential(NameHash.Of(name), cancellationToken) || MayTakeCredential(AnyDelegate, cancellationToken);

    /// <summary>Whether what is referenced may have a method or a type by this name that takes a credential by name.</summary>
    public bool IsReferencedTaker(string name) => _referencedTakers is not { } takers || takers.Contains(name) || takers.Contains(name + "Attribute");

    /// <summary>Whether the program may declare a member by this name: told by its characters, which are looked at much faster than nodes are.</summary>
    public bool MayDeclare(string name, CancellationToken cancellationToken) => _declared.GetOrAdd(name, name =>
    {
        foreach (var file in _files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!Effort.Search(file.Length / CharactersAtOnce) || file.MayDeclare(name))
                return true;
        }

        return false;
    });

    /// <summary>The places where something by this name is called, created or declared.</summary>
    public IReadOnlyList<(ProgramFile File, int Position)> Calls(string name, CancellationToken cancellationToken)
    {
        Index(cancellationToken);
        return Places(_calls!, name);
    }

    /// <summary>The places where something by this name is assigned to.</summary>
    public IReadOnlyList<(ProgramFile File, int Position)> Assignments(string name, CancellationToken cancellationToken)
    {
        Index(cancellationToken);
        return Places(_assignments!, name);
    }

    /// <summary>Whether any file makes the namespace of the framework's algorithms known to all.</summary>
    public bool UsesCryptographyEverywhere(CancellationToken cancellationToken) =>
        _usesCryptographyEverywhere ??= _files.Any(file => file.Facts(cancellationToken).UsesCryptographyEverywhere);

    /// <summary>The model that a caller holds already, for its tree.</summary>
    public void Offer(SemanticModel model) => _models.TryAdd(model.SyntaxTree, model);

    /// <summary>The model for one question about a node; null when its tree is not of this compilation, or when enough was asked.</summary>
    public SemanticModel? Model(SyntaxNode asked)
    {
        if (!Effort.Ask(asked))
            return null;
        var tree = asked.SyntaxTree;
        if (_models.TryGetValue(tree, out var known))
            return known;
        ParseTogether();
        if (_compilation.Value is not { } compilation)
        {
            Effort.Spend();
            return null;
        }

        if (!compilation.ContainsSyntaxTree(tree))
            return null;
#pragma warning disable RS1030 // A value is followed into other files, which no action's own model covers; the models are kept for the compilation.
        return _models.GetOrAdd(tree, tree => compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
    }

    private Dictionary<int, HashSet<CredentialParameter>> CredentialMethods(CancellationToken cancellationToken)
    {
        if (_credentialMethods is { } known)
            return known;

        Share(cancellationToken);
        var methods = new Dictionary<int, HashSet<CredentialParameter>>();
        foreach (var file in _files)
        {
            foreach (var (method, parameter) in CredentialMethodsOf(file, cancellationToken))
            {
                if (!methods.TryGetValue(method, out var taken))
                    methods.Add(method, taken = []);
                taken.Add(parameter);
            }
        }

        return _credentialMethods = methods;
    }

    private static IReadOnlyList<(int Method, CredentialParameter Parameter)> CredentialMethodsOf(ProgramFile file, CancellationToken cancellationToken) =>
        file.Facts(cancellationToken).CredentialMethods(() => file.Tree, cancellationToken);

    // Threads that arrive together read different files, and then find all of them read.
    private void Share(CancellationToken cancellationToken)
    {
        for (var index = Next(ref _read); index < _files.Count; index = Next(ref _read))
            _ = CredentialMethodsOf(_files[index], cancellationToken);
    }

    // The same for files that nobody has parsed.
    private void ParseTogether()
    {
        if (_compilation.IsValueCreated)
            return;

        for (var index = Next(ref _parsed); index < _files.Count; index = Next(ref _parsed))
            _ = _files[index].Tree;
    }

    private List<(ProgramFile File, int Position)> Places(Dictionary<int, List<(ProgramFile File, int Position)>> index, string name) =>
        index.TryGetValue(NameHash.Of(name), out var places) && Effort.Search(places.Count) ? places : [];

    private static int Next(ref int counter) => Interlocked.Increment(ref counter) - 1;

    private void Index(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_assignments is not null)
                return;

            var calls = new Dictionary<int, List<(ProgramFile, int)>>();
            var assignments = new Dictionary<int, List<(ProgramFile, int)>>();
            foreach (var file in _files)
            {
                foreach (var anchor in file.Facts(cancellationToken).Anchors)
                {
                    if (anchor.Kind is AnchorKind.Call or AnchorKind.SinkCall)
                        Add(calls, anchor, file);
                    else if (anchor.Kind is AnchorKind.Assignment)
                        Add(assignments, anchor, file);
                }
            }

            _calls = calls;
            _assignments = assignments;
        }
    }

    private static void Add(Dictionary<int, List<(ProgramFile File, int Position)>> index, SourceAnchor anchor, ProgramFile file)
    {
        if (!index.TryGetValue(anchor.Name, out var places))
            index.Add(anchor.Name, places = []);
        places.Add((file, anchor.Position));
    }
}
