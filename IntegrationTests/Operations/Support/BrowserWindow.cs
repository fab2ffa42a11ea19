using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace DichVuCong.Operations.Tests.Support;

/// <summary>One operator's window.</summary>
internal sealed class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _complaints = new();

    public BrowserWindow(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _complaints.Enqueue(message.Text);
        };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    /// <summary>What the console complained about: a script that failed, something that the content security policy refused.</summary>
    public IReadOnlyList<string> Complaints => [.. _complaints];

    /// <summary>Signs in as a role of development.</summary>
    public async Task SignInAsync(string role, string? name = null, string? agency = null) => await Page.GotoAsync(
        $"/dev/sign-in?role={role}" + (name is null ? "" : $"&name={name}") + (agency is null ? "" : $"&agency={agency}"));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
