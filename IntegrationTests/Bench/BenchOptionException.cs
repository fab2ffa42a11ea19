namespace DichVuCong.Bench;

/// <summary>What was asked for cannot be; the message names the option.</summary>
internal sealed class BenchOptionException(string message, Exception? inner = null) : Exception(message, inner);
