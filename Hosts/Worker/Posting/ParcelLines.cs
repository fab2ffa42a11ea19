using DichVuCong.Messaging;
using DichVuCong.Runtime.Lines;

namespace DichVuCong.Worker.Posting;

/// <summary>
/// The lines to VNPost: orders and the reading of its tracking apart, so that neither waits for the other. What is wrong with the settings is
/// tried slowly until somebody mends it; the tracking is never given up, since nothing else tells where parcels are.
/// </summary>
internal static class ParcelLines
{
    /// <summary>The partner's endpoint.</summary>
    public const string Endpoint = "vnpost";

    /// <summary>The line of orders: <c>vnpost:orders</c>.</summary>
    public const string Orders = "orders";

    /// <summary>The line of the tracking: <c>vnpost:tracking</c>.</summary>
    public const string Tracking = "tracking";

    /// <summary>Both, with what each can bear.</summary>
    public static IReadOnlyList<LineDeclaration> Declarations { get; } =
    [
        new($"{Endpoint}:{Orders}", Shards: 1, LineLimits.Default with { Concurrency = 8, MaxAttempts = 100_000 }),
        new($"{Endpoint}:{Tracking}", Shards: 1, LineLimits.Default with { Concurrency = 4, MaxAttempts = 1_000_000, GiveUpAfter = TimeSpan.FromDays(3650) }),
    ];
}
