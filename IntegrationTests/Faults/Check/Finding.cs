namespace DichVuCong.Faults.Check;

/// <summary>What a promise was broken in.</summary>
internal enum Broken
{
    /// <summary>Accepted, and without effect.</summary>
    Lost,

    /// <summary>Two effects of one cause.</summary>
    Doubled,

    /// <summary>Effects in the wrong order.</summary>
    Order,

    /// <summary>Neither final, nor anywhere where an operator would see it.</summary>
    Stuck,

    /// <summary>A caller got the wrong answer.</summary>
    Answer,
}

/// <summary>A promise that was not held.</summary>
/// <param name="Promise">Which.</param>
/// <param name="Key">The dossier, or the submission.</param>
/// <param name="What">What is wrong.</param>
internal sealed record Finding(Broken Promise, string Key, string What);
