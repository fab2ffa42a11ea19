using System.Reflection;
using DichVuCong.Messaging;
using DichVuCong.Saga;

namespace DichVuCong.Contracts.Tests.Architecture;

/// <summary>Sagas decide and do nothing: what they are made of cannot reach a disk, a network, a clock, another thread or chance.</summary>
internal sealed class When_deciding_without_doing
{
    private static readonly string[] Doing =
        ["System.IO.", "System.Net.", "System.Data.", "System.Threading.", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "Microsoft."];

    /// <summary>The signatures of what adapters implement.</summary>
    private static readonly string[] Signatures = ["System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask`1", "System.Threading.CancellationToken"];

    /// <summary>Keeps threads apart and starts none: a host may give the parts of a reconciliation to several.</summary>
    private static readonly string[] Exclusion = ["System.Threading.Lock", "System.Threading.Lock.Scope", "System.Threading.Monitor"];

    private static readonly string[] NotRepeatable =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.TimeProvider.", "System.TimeZoneInfo.get_Local", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random.",
        "System.Security.Cryptography.RandomNumberGenerator.", "System.Environment.", "System.AppContext.", "System.Console.",
    ];

    /// <summary>What the compiler puts into every method that yields.</summary>
    private const string OfTheCompiler = "System.Environment.get_CurrentManagedThreadId";

    private static IEnumerable<Assembly> Contracts => [typeof(DossierCode).Assembly, typeof(Topology).Assembly];

    private static IEnumerable<Assembly> Pure => [.. Contracts, typeof(DossierTopology).Assembly];

    [TestCaseSource(nameof(Pure))]
    public void Should_reference_nothing_but_the_platform_and_what_is_pure(Assembly assembly)
    {
        var pure = Pure.Select(other => other.GetName().Name);

        AssemblyUse.Of(assembly).Assemblies.Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && !pure.Contains(name)).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Pure))]
    public void Should_use_no_type_that_does_something(Assembly assembly)
    {
        string[] allowed = Contracts.Contains(assembly) ? Signatures : Exclusion;

        AssemblyUse.Of(assembly).Types.Where(type => StartsWithAny(type, Doing) && !allowed.Contains(type)).ShouldBeEmpty();
    }

    [TestCaseSource(nameof(Pure))]
    public void Should_use_nothing_that_is_different_the_next_time(Assembly assembly) =>
        AssemblyUse.Of(assembly).Members.Where(member => StartsWithAny(member, NotRepeatable) && member != OfTheCompiler).ShouldBeEmpty();

    [Test]
    public void Should_see_what_an_assembly_uses()
    {
        var use = AssemblyUse.Of(typeof(When_deciding_without_doing).Assembly);

        use.Assemblies.ShouldContain("nunit.framework");
        use.Types.ShouldContain("System.IO.File");
        use.Members.ShouldContain("System.AppContext.get_BaseDirectory");
    }

    private static bool StartsWithAny(string name, string[] starts) => starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));
}
