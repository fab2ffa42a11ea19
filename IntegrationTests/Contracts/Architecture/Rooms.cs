namespace DichVuCong.Contracts.Tests.Architecture;

/// <summary>The rooms of the building, and the stairs, which only lead down.</summary>
internal static class Rooms
{
    public const string Contracts = "Contracts";
    public const string Saga = "Saga";
    public const string Adapters = "Adapters";
    public const string Hosts = "Hosts";
    public const string Tests = "IntegrationTests";

    /// <summary>The runtime runs any saga and any adapter, so it knows none.</summary>
    public const string Runtime = "Hosts/Runtime/";

    public static IReadOnlyList<string> All { get; } = [Contracts, Saga, Adapters, Hosts, Tests];

    private static readonly Dictionary<string, string[]> Below = new()
    {
        [Contracts] = [Contracts],
        [Saga] = [Contracts],
        [Adapters] = [Contracts],
        [Hosts] = [Contracts, Saga, Adapters, Hosts],
        [Tests] = [Contracts, Saga, Adapters, Hosts, Tests],
    };

    /// <summary>Whether a project may know another.</summary>
    public static bool MayKnow(string project, string other) => project.StartsWith(Runtime, StringComparison.Ordinal)
        ? Project.RoomOf(other) == Contracts
        : Below[Project.RoomOf(project)].Contains(Project.RoomOf(other));
}
