namespace DichVuCong.Abuse.Tests.Running;

/// <summary>Makes a failing input smaller while it breaks the same rule: pieces of the body, headers one by one.</summary>
internal static class Minimiser
{
    private const int MostTries = 150;

    public static async Task<FuzzInput> ShrinkAsync(FuzzInput input, string rule, Func<FuzzInput, Task<string?>> tryAgain)
    {
        var tries = 0;
        for (var piece = Math.Max(1, input.Body.Length / 2); piece >= 1 && input.Body.Length > 0 && tries < MostTries; piece /= 2)
        {
            for (var at = 0; at < input.Body.Length && tries < MostTries; tries++)
            {
                var shorter = input with { Body = [.. input.Body.AsSpan(0, at), .. input.Body.AsSpan(Math.Min(input.Body.Length, at + piece))] };
                if (IsSame(await tryAgain(shorter), rule)) input = shorter;
                else at += piece;
            }
        }

        for (var header = 0; header < input.Call?.Headers.Count && tries < MostTries; tries++)
        {
            var index = header;
            var fewer = input with { Call = input.Call with { Headers = [.. input.Call.Headers.Where((_, place) => place != index)] } };
            if (IsSame(await tryAgain(fewer), rule)) input = fewer;
            else header++;
        }

        return input;
    }

    /// <summary>The figures in a rule may differ, its words may not.</summary>
    private static bool IsSame(string? found, string rule) => found is not null && Words(found).SequenceEqual(Words(rule));

    private static IEnumerable<char> Words(string text) => text.Where(char.IsLetter).Take(40);
}
