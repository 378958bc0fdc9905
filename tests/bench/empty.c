/* The cost of starting a program at all: linked to the same libraries, it does nothing. */
int main(void) {
    return 0;
}
