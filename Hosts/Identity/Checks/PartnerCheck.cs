namespace DichVuCong.Identity.Checks;

/// <summary>One thing that has to hold of a partner, wherever its settings point: at the simulator, or at its own test system.</summary>
/// <param name="Partner">The partner: <c>vneid</c>, <c>broker</c>, <c>national-data</c>.</param>
/// <param name="Name">What is checked.</param>
/// <param name="RunAsync">Runs it: null when it holds, otherwise what was seen instead, without personal data and secrets.</param>
public sealed record PartnerCheck(string Partner, string Name, Func<CancellationToken, Task<string?>> RunAsync);
