namespace DichVuCong.Sandbox.Settings;

/// <summary>The speeds of journeys: the least and the most milliseconds of a step.</summary>
internal static class Speeds
{
    /// <summary>For eyes that watch.</summary>
    public const string Demo = "demo";

    /// <summary>For load: as fast as it goes.</summary>
    public const string Load = "load";

    /// <summary>Neither: the milliseconds were given.</summary>
    public const string Custom = "custom";

    /// <summary>The speeds that have a name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<int>> Named { get; } = new Dictionary<string, IReadOnlyList<int>>(StringComparer.Ordinal)
    {
        [Demo] = [1000, 4000],
        [Load] = [0, 50],
    };
}
